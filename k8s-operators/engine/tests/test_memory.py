"""The engine gives memory back that it does not use."""

from autodidact_engine.memory import give_back, resident_bytes


def test_nothing_is_given_back_below_the_limit():
    assert not give_back(2**50)


def test_free_memory_is_given_back_above_the_limit():
    kept = [bytearray(100_000) for _ in range(2_000)]
    last = kept[-1]
    full = resident_bytes()
    kept.clear()
    assert give_back(0)
    assert resident_bytes() < full - 100_000_000
    assert len(last) == 100_000

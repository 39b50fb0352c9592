"""The committed Python module is what protoc makes of wire/tinker.proto."""

from pathlib import Path

import pytest
from conftest import ENGINE

from autodidact_engine import tinker_pb2


def test_the_generated_module_is_current(tmp_path: Path):
    protoc = pytest.importorskip("grpc_tools.protoc")
    wire = str(ENGINE / "wire")
    descriptor = tmp_path / "descriptor"
    assert protoc.main(["protoc", f"-I{wire}", f"--descriptor_set_out={descriptor}", "tinker.proto"]) == 0
    from google.protobuf.descriptor_pb2 import FileDescriptorProto, FileDescriptorSet

    ours, theirs = FileDescriptorProto(), FileDescriptorSet.FromString(descriptor.read_bytes()).file[0]
    tinker_pb2.DESCRIPTOR.CopyToProto(ours)
    theirs.ClearField("options")
    ours.ClearField("options")
    theirs.ClearField("source_code_info")
    for message in (ours, theirs):
        for field in [f for m in message.message_type for f in m.field]:
            field.ClearField("json_name")
        for nested in [n for m in message.message_type for n in m.nested_type]:
            for field in nested.field:
                field.ClearField("json_name")
    assert ours == theirs

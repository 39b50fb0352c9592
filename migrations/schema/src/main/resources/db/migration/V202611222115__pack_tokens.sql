-- Tokens and log-probabilities as bytes, four each, big-endian, as int4send and float4send write them: a step has
-- a thousand of them, and as arrays they cost more to write than all the rest of an attempt.
CREATE FUNCTION pg_temp.packed(tokens int[]) RETURNS bytea LANGUAGE sql AS $$
  SELECT coalesce(string_agg(int4send(token), ''::bytea ORDER BY place), ''::bytea)
  FROM unnest(tokens) WITH ORDINALITY AS one (token, place)
$$;
CREATE FUNCTION pg_temp.packed(logprobs real[]) RETURNS bytea LANGUAGE sql AS $$
  SELECT coalesce(string_agg(float4send(logprob), ''::bytea ORDER BY place), ''::bytea)
  FROM unnest(logprobs) WITH ORDINALITY AS one (logprob, place)
$$;
ALTER TABLE step
  ALTER prompt_tokens TYPE bytea USING pg_temp.packed(prompt_tokens),
  ALTER completion_tokens TYPE bytea USING pg_temp.packed(completion_tokens),
  ALTER logprobs TYPE bytea USING pg_temp.packed(logprobs);

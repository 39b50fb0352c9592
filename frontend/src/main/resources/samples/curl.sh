curl ${address}/v1/chat/completions \
  -H "Authorization: Bearer $AUTODIDACT_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "model": "${agent}",
    "messages": [{"role": "user", "content": "What is to be done?"}]
  }'

import os
from openai import OpenAI

client = OpenAI(base_url="${address}/v1", api_key=os.environ["AUTODIDACT_KEY"])
answer = client.chat.completions.create(
    model="${agent}",
    messages=[{"role": "user", "content": "What is to be done?"}],
)
print(answer.choices[0].message.content)

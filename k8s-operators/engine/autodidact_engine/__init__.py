"""The embedded engine: samples from and trains LoRA adapters behind the Tinker protocol."""

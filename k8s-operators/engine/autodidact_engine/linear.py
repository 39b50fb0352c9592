"""A frozen linear layer: no gradient of its own, but it passes gradients on."""

import torch
from torch import Tensor

PACK_ROWS = 32  # the batch size that packed weights are laid out for
MOST_PACKED_ROWS = 128  # from here on the usual layout is faster


class FrozenLinear:
    """y = x Wᵀ + b, with the weight also laid out for the CPU's matrix unit where torch can do that.

    Torch lays a weight out anew in every call; on a CPU that costs more than a small batch's arithmetic.
    """

    def __init__(self, weight: Tensor, bias: Tensor | None = None):
        self.weight = weight
        self.bias = bias
        self.packed = _pack(weight)

    def __call__(self, x: Tensor) -> Tensor:
        if self.packed is None or x.shape[0] > MOST_PACKED_ROWS:
            return torch.nn.functional.linear(x, self.weight, self.bias)
        return torch.ops.mkldnn._linear_pointwise(x, self.packed, self.bias, "none", [], "")

    def in_float32(self, x: Tensor) -> Tensor:
        """The product in float32, which on a GPU it is before it would be rounded to the model's type."""
        if x.is_cuda and x.dtype != torch.float32 and self.bias is None:
            return torch.mm(x, self.weight.t(), out_dtype=torch.float32)
        return self(x).float()

    def input_gradient(self, grad: Tensor) -> Tensor:
        return grad @ self.weight


def _pack(weight: Tensor) -> Tensor | None:
    if weight.device.type != "cpu" or not torch.backends.mkldnn.is_available():
        return None
    if not hasattr(torch.ops.mkldnn, "_linear_pointwise"):
        return None
    return torch.ops.mkldnn._reorder_linear_weight(weight, PACK_ROWS)

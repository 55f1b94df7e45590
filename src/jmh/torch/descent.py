"""The same descent as c/descent.c, as a PyTorch program does it: autograd and SGD, in doubles, on one thread."""
import time

import torch

ITERATIONS, REPEATS = 20_000, 3
torch.set_num_threads(1)
target = torch.tensor([[0.0, 1.0], [1.0, 0.0]], dtype=torch.double)
observed = torch.tensor([[0.0, 1.0], [1.0, 1.0]], dtype=torch.double)

for depth in (2, 3, 4):
    best = float("inf")
    for _ in range(REPEATS):
        factors = [torch.nn.Parameter(1e-3 ** (1 / depth) * torch.eye(2, dtype=torch.double)) for _ in range(depth)]
        optimizer = torch.optim.SGD(factors, lr=1e-3)
        begin = time.perf_counter()
        for _ in range(ITERATIONS):
            product = factors[0]
            for factor in factors[1:]:
                product = factor @ product
            loss = 0.5 * ((product - target) * observed).square().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        best = min(best, time.perf_counter() - begin)
    print("torch %d %.4g %.9f" % (depth, ITERATIONS / best, float(product[0, 0])))

#!/usr/bin/env python3
"""SciPy's stiff solvers (and DOP853) on the factors of the analysed problem: the comparison in the README's benchmark.

Prints a row for each run and target loss: depth, alpha, target, solver, right-hand sides, steps, seconds, w11 and the
sign of the determinant there. A run is given up after so many seconds, the first argument.
"""
import sys
import time

import numpy as np
from scipy.integrate import BDF, DOP853, LSODA, Radau

BUDGET = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
TARGET = np.array([[0.0, 1.0], [1.0, 0.0]])
MASK = np.array([[0.0, 1.0], [1.0, 1.0]])


def field(depth):
    def f(_, y):
        w = y.reshape(depth, 2, 2)
        below = [np.eye(2)]
        for l in range(depth):
            below.append(w[l] @ below[-1])
        g = MASK * (below[-1] - TARGET)
        out = np.empty_like(w)
        above = np.eye(2)
        for l in range(depth - 1, -1, -1):
            out[l] = -(above.T @ g) @ below[l].T
            above = above @ w[l]
        return out.ravel()

    return f


def product(y, depth):
    p = np.eye(2)
    for w in y.reshape(depth, 2, 2):
        p = w @ p
    return p


def row(solver, depth, alpha, target, s, steps, seconds, note):
    p = product(s.y, depth)
    sign = "+" if np.linalg.det(p) > 0 else "-"
    print("| %d | %.0e | %.0e | factors | SciPy %s | %d | %d | %.2f | %.7g | %s%s |"
          % (depth, alpha, target, solver.__name__, s.nfev, steps, seconds, p[0, 0], sign, note), flush=True)


def run(solver, depth, alpha, targets, rtol):
    """One integration; a row as each target is passed, or where it was given up."""
    y = np.concatenate([(alpha ** (1 / depth) * np.eye(2)).ravel()] * depth)
    begin = time.perf_counter()
    s = solver(field(depth), 0.0, y, 1e30, rtol=rtol, atol=1e-12)
    steps, loss = 0, np.inf
    for target in targets:
        while loss > target and s.status == "running" and time.perf_counter() - begin < BUDGET:
            s.step()
            steps += 1
            loss = 0.5 * np.sum((MASK * (product(s.y, depth) - TARGET)) ** 2)
        reached = loss <= target
        note = "" if reached else " (gave up at loss %.1e)" % loss
        row(solver, depth, alpha, target, s, steps, time.perf_counter() - begin, note)
        if not reached:
            break


for depth in (2, 3, 4, 5):
    for alpha in (1e-1, 1e-3, 1e-6):
        for solver in (Radau, BDF, LSODA, DOP853):
            run(solver, depth, alpha, (1e-4, 1e-8, 1e-12), 1e-8)

/* Gradient descent on W = W_L .. W_1, all 2-by-2, for the observations ?, 1, 1, 0: a plain loop with the depth known to
   the compiler, that keeps w11 at logarithmically spaced iterations. Prints depth, best iterations a second, w11. */
#include <math.h>
#include <stdio.h>
#include <time.h>

#define ITERATIONS 5000000L
#define REPEATS 5

static double kept[1000];

#define DESCENT(L)                                                                                                     \
  static int descend##L(double *w, double eta) {                                                                       \
    double b[4 * L], next = 1;                                                                                         \
    int points = 0;                                                                                                    \
    for (long k = 0; k <= ITERATIONS; k++) {                                                                           \
      double p0 = w[0], p1 = w[1], p2 = w[2], p3 = w[3];                                                               \
      for (int l = 1; l < L; l++) {                                                                                    \
        double *a = w + 4 * l, *below = b + 4 * l;                                                                     \
        below[0] = p0, below[1] = p1, below[2] = p2, below[3] = p3;                                                    \
        double q0 = a[0] * p0 + a[1] * p2, q1 = a[0] * p1 + a[1] * p3;                                                 \
        p2 = a[2] * p0 + a[3] * p2, p3 = a[2] * p1 + a[3] * p3, p0 = q0, p1 = q1;                                      \
      }                                                                                                                \
      double g0 = 0, g1 = p1 - 1, g2 = p2 - 1, g3 = p3;                                                                \
      if (!(0.5 * (g1 * g1 + g2 * g2 + g3 * g3) > 1e-12)) return points;                                               \
      if (k >= next) kept[points++] = p0, next = ceil(next * 1.1220184543019633);                                      \
      g1 *= eta, g2 *= eta, g3 *= eta;                                                                                 \
      for (int l = L - 1; l > 0; l--) {                                                                                \
        double *a = w + 4 * l, *below = b + 4 * l, a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3];                         \
        a[0] -= g0 * below[0] + g1 * below[1], a[1] -= g0 * below[2] + g1 * below[3];                                  \
        a[2] -= g2 * below[0] + g3 * below[1], a[3] -= g2 * below[2] + g3 * below[3];                                  \
        double h0 = a0 * g0 + a2 * g2, h1 = a0 * g1 + a2 * g3;                                                         \
        g2 = a1 * g0 + a3 * g2, g3 = a1 * g1 + a3 * g3, g0 = h0, g1 = h1;                                              \
      }                                                                                                                \
      w[0] -= g0, w[1] -= g1, w[2] -= g2, w[3] -= g3;                                                                  \
    }                                                                                                                  \
    return points;                                                                                                     \
  }

DESCENT(2)
DESCENT(3)
DESCENT(4)

int main(void) {
  int (*descend[])(double *, double) = {descend2, descend3, descend4};
  for (int depth = 2; depth <= 4; depth++) {
    double best = 1e300;
    int points = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      double w[16] = {0};
      for (int l = 0; l < depth; l++) w[4 * l] = w[4 * l + 3] = pow(1e-3, 1.0 / depth);
      struct timespec from, to;
      clock_gettime(CLOCK_MONOTONIC, &from);
      points = descend[depth - 2](w, 1e-3);
      clock_gettime(CLOCK_MONOTONIC, &to);
      double seconds = (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
      best = seconds < best ? seconds : best;
    }
    printf("c %d %.4g %.9f\n", depth, ITERATIONS / best, kept[points - 1]);
  }
  return 0;
}

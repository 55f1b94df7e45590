package io.github.flowcert.expression;

import java.util.Arrays;
import java.util.Optional;

/** The relations in which a statement can put its two sides. */
public enum Relation {
  GREATER(">", "greater", true, true),
  GREATER_OR_EQUAL(">=", "greaterequal", true, false),
  LESS("<", "less", false, true),
  LESS_OR_EQUAL("<=", "lessequal", false, false);

  private final String sign;
  private final String head;
  private final boolean leftLarger;
  private final boolean strict;

  Relation(String sign, String head, boolean leftLarger, boolean strict) {
    this.sign = sign;
    this.head = head;
    this.leftLarger = leftLarger;
    this.strict = strict;
  }

  /** The sign in Symja's input syntax. */
  public String sign() {
    return sign;
  }

  /** Whether equality does not count. */
  public boolean isStrict() {
    return strict;
  }

  /** The larger side minus the smaller one as claimed: positive where the relation holds. */
  public double margin(double left, double right) {
    return leftLarger ? left - right : right - left;
  }

  /**
   * The side claimed to be smaller over the one claimed to be larger, where both are positive and
   * finite: 1 where they are equal, more where the relation fails. NaN elsewhere.
   */
  public double tightness(double left, double right) {
    double larger = leftLarger ? left : right;
    double smaller = leftLarger ? right : left;
    boolean comparable = smaller > 0 && larger > 0 && Double.isFinite(smaller + larger);
    return comparable ? smaller / larger : Double.NaN;
  }

  /** Whether the relation holds between two numbers; false where one is NaN. */
  public boolean holds(double left, double right) {
    // Not by the margin: that is NaN where both sides are the same infinity.
    boolean apart = leftLarger ? left > right : left < right;
    return apart || (!strict && left == right);
  }

  static Optional<Relation> ofHead(String head) {
    return Arrays.stream(values()).filter(each -> each.head.equals(head)).findFirst();
  }
}

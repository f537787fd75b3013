package dev.aisle.algorithms.experiment;

/** How an effect is expressed. */
public enum Difference {
    /** In the unit of the metric: treated − control. */
    ABSOLUTE,
    /** As a share of the control's mean. */
    RELATIVE
}

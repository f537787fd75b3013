package dev.aisle.algorithms.sequence;

/** How much less a step counts the further it is away. */
public enum Decay {
    /** All alike. */
    SAME {
        @Override
        public double at(int distance) {
            return 1;
        }
    },
    /** {@code 1 − distance / 10}, never below 0. */
    LINEAR {
        @Override
        public double at(int distance) {
            return Math.max(0, 1 - 0.1 * distance);
        }
    },
    /** {@code 1 / distance}. */
    DIVISION {
        @Override
        public double at(int distance) {
            return 1.0 / distance;
        }
    },
    /** {@code 1 / distance²}. */
    QUADRATIC {
        @Override
        public double at(int distance) {
            return 1.0 / ((double) distance * distance);
        }
    };

    /**
     * The weight of a step.
     *
     * @param distance 1 for the next or the last one
     */
    public abstract double at(int distance);
}

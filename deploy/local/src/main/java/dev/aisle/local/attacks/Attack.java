package dev.aisle.local.attacks;

/**
 * An attempt to break one promise.
 *
 * @param name    short and unique, for {@code --only}
 * @param promise the sentence that must stay true
 * @param order   whether others may be made meanwhile
 * @param attempt what the attacker does
 */
public record Attack(String name, String promise, Order order, Attempt attempt) {
    /** An attack that disturbs no other and isn't disturbed. */
    public Attack(String name, String promise, Attempt attempt) {
        this(name, promise, Order.BESIDE_OTHERS, attempt);
    }

    /** When an attack is made. */
    public enum Order {
        /** Beside others, before them since it takes long. */
        FIRST,
        /** Beside others, in any order. */
        BESIDE_OTHERS,
        /** Alone, after those: it looks at what all have left, or breaks what others rely on. */
        ALONE_AT_THE_END
    }

    /** The steps of an attacker. */
    @FunctionalInterface
    public interface Attempt {
        /**
         * Tries to break the promise.
         *
         * @throws Exception when the attempt itself can't be made, which is no proof that the promise holds
         */
        AttackResult on(Target target) throws Exception;
    }
}

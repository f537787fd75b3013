package dev.aisle.local.attacks;

/**
 * An attempt to break one promise.
 *
 * @param name    short and unique, for {@code --only}
 * @param promise the sentence that must stay true
 * @param attempt what the attacker does
 */
public record Attack(String name, String promise, Attempt attempt) {
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

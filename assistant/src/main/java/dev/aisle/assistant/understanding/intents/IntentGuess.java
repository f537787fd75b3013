package dev.aisle.assistant.understanding.intents;

/**
 * What a text seems to want.
 *
 * @param confidence its chance among all intents
 * @param sure whether the confidence reaches the bar
 */
public record IntentGuess(Intent intent, double confidence, boolean sure) {
    /** Of a text in which nothing can be read. */
    public static final IntentGuess NOTHING = new IntentGuess(Intent.OUT_OF_SCOPE, 0, false);
}

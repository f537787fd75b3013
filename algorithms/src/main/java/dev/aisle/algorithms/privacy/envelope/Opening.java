package dev.aisle.algorithms.privacy.envelope;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to open an envelope. */
public sealed interface Opening {
    /** What was sealed. */
    record Opened(byte[] plaintext) implements Opening {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Opened that && Arrays.equals(plaintext, that.plaintext);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(plaintext);
        }

        @Override
        public String toString() {
            return "Opened[…]";
        }
    }

    /** The subject's key doesn't exist any more. Whoever reads skips the text, counts it and goes on. */
    record SubjectErased() implements Opening {}

    /** Not what was sealed under this key for this place: another key, changed bytes, or a text moved to another subject. */
    record Unauthentic() implements Opening {}
}

package dev.aisle.algorithms.privacy.pii;

/**
 * A text that somebody typed, without what identifies a person or gives access: the only form in which free text is stored. Masking is the one way to make it, so a
 * store that takes this type can't be given the text as it was typed. Cards, IBANs, e-mail addresses, phone numbers, passwords, codes, IP and MAC addresses and wallets
 * become words in brackets, such as {@code [card]}; names and postal addresses stay, since nothing finds them reliably.
 */
public final class StorableText {
    private static final PiiDetector DETECTOR = PiiDetector.of(PiiType.inFreeText());

    private final String text;

    private StorableText(String text) {
        this.text = text;
    }

    /** Masks a text as it was typed. A masked text stays as it is. */
    public static StorableText of(String typed) {
        return new StorableText(SpokenSecrets.maskNumbers(
                DETECTOR.mask(SpokenSecrets.maskCodes(typed)).text()));
    }

    /** Takes a text out of a store that keeps only this type; for stores alone. */
    public static StorableText stored(String masked) {
        return new StorableText(masked);
    }

    /** Returns the masked text. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StorableText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

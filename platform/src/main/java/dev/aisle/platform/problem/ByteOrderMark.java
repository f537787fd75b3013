package dev.aisle.platform.problem;

/** U+FEFF before a text, which some editors and .NET write; it says nothing (RFC 8259 section 8.1 lets a reader pass over it). */
public final class ByteOrderMark {
    private ByteOrderMark() {}

    /** Returns the text behind one mark. */
    public static String without(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}

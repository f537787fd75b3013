package dev.aisle.profile.analysis.domain.path;

/**
 * A step from one thing to another.
 *
 * @param depth 0 at the anchor
 * @param source nearer to the anchor
 * @param target further from it, or {@link #END}
 */
record Link(int depth, String source, String target) {
    /** Nothing comes after it, or nothing was before it. */
    static final String END = "(end)";

    /** Everything that isn't shown. */
    static final String OTHER = "(other)";
}

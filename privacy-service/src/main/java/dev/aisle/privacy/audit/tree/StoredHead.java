package dev.aisle.privacy.audit.tree;

/**
 * A head as it was read: nothing in it is believed until its signature is checked.
 *
 * @param text the canonical text
 * @param prev from the text, as {@code size} and {@code root} are
 */
public record StoredHead(long seq, String text, byte[] signature, String prev, long size, String root) {}

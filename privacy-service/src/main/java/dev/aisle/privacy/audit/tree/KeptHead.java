package dev.aisle.privacy.audit.tree;

/** A head that somebody kept outside of this database. */
public record KeptHead(long size, String root) {}

package dev.aisle.privacy.audit.domain;

import java.util.List;

/** What a look at the whole log gave; {@code findings} is empty when everything is as it was signed. */
public record Verdict(long size, long heads, long pending, List<Finding> findings) {}

package dev.aisle.privacy.audit.verification;

import java.util.List;

/**
 * What a look at the whole log gave.
 *
 * @param coverage how many rows of consents were compared with it
 * @param findings empty when everything is as it was signed
 */
public record Verdict(long size, long heads, long pending, Coverage coverage, List<Finding> findings) {}

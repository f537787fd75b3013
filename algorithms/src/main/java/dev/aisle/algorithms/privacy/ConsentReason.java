package dev.aisle.algorithms.privacy;

import java.util.Locale;

/** Why a use was allowed or denied; the table of rules takes its reasons from here. */
public enum ConsentReason {
    /** The purpose needs no consent. */
    NECESSARY,
    /** The person is suppressed or erased. */
    SUBJECT_SUPPRESSED,
    /** The person said no. */
    EXPLICIT_DENY,
    /** The person took a yes back. */
    EXPLICIT_WITHDRAWN,
    /** Global Privacy Control is set. */
    GPC,
    /** A GPP string opts out. */
    GPP_OPT_OUT,
    /** A GPP string can't be read. */
    GPP_MALFORMED,
    /** A child, and no parent said yes. */
    MINOR_PARENTAL_CONSENT_REQUIRED,
    /** No ads and no sale for minors, whoever agreed. */
    MINOR_NO_ADS,
    /** A child, and a parent said yes. */
    PARENTAL_GRANT,
    /** The TCF string lacks a purpose. */
    TCF_MISSING,
    /** The TCF string has all the purposes. */
    TCF_GRANT,
    /** The person said yes. */
    EXPLICIT_GRANT,
    /** A yes is over. */
    EXPIRED,
    /** Silence, where silence denies. */
    JURISDICTION_DEFAULT_OPT_IN,
    /** Silence, where silence allows. */
    JURISDICTION_DEFAULT_OPT_OUT;

    /** The name in answers and decision tables, such as {@code explicit_grant}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.aisle.algorithms.privacy;

import java.util.Locale;

/** Why a use was allowed or denied; each reason belongs to one rule. */
public enum ConsentReason {
    /** The purpose needs no consent. */
    NECESSARY("necessary"),
    /** The person is suppressed or erased. */
    SUBJECT_SUPPRESSED("suppressed"),
    /** The person said no. */
    EXPLICIT_DENY("explicit_deny_or_withdrawn"),
    /** The person took a yes back. */
    EXPLICIT_WITHDRAWN("explicit_deny_or_withdrawn"),
    /** Global Privacy Control is set. */
    GPC("gpc"),
    /** A GPP string opts out. */
    GPP_OPT_OUT("gpp"),
    /** A child, and no parent said yes. */
    MINOR_PARENTAL_CONSENT_REQUIRED("minor"),
    /** No ads and no sale for minors, whoever agreed. */
    MINOR_NO_ADS("minor"),
    /** A child, and a parent said yes. */
    PARENTAL_GRANT("minor"),
    /** The TCF string lacks a purpose. */
    TCF_MISSING("tcf"),
    /** The TCF string has all the purposes. */
    TCF_GRANT("tcf"),
    /** The person said yes. */
    EXPLICIT_GRANT("explicit_grant"),
    /** A yes is over. */
    EXPIRED("expired"),
    /** Silence, where silence denies. */
    JURISDICTION_DEFAULT_OPT_IN("jurisdiction_default"),
    /** Silence, where silence allows. */
    JURISDICTION_DEFAULT_OPT_OUT("jurisdiction_default");

    private final String rule;

    ConsentReason(String rule) {
        this.rule = rule;
    }

    /** The name in answers and decision tables, such as {@code explicit_grant}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule that decided. */
    public String rule() {
        return rule;
    }
}

package dev.aisle.platform.security;

/** The roles of the suite, as they stand in the token's {@code realm_access/roles}. */
public final class Role {
    /** A shop's gateway: writes events; reads decisions and recommendations of the subject it names. */
    public static final String STOREFRONT = "storefront";
    /** Campaigns, segments above the k-threshold; no profile by id. */
    public static final String MARKETER = "marketer";
    /** Experiments and reports. */
    public static final String ANALYST = "analyst";
    /** Health, trainings, replays; no payloads. */
    public static final String OPERATOR = "operator";
    /** Consents, data subject requests, history. */
    public static final String PRIVACY_OFFICER = "privacy-officer";
    /** Reads the audit log. */
    public static final String AUDITOR = "auditor";
    /** Another service of the suite, by client credentials. */
    public static final String SERVICE = "service";

    /** Hands people over to ad platforms: a scope of its own that no other role includes. */
    public static final String ADS_EXPORT = "ads:export";

    private Role() {}
}

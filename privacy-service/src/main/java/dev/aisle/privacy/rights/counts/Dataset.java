package dev.aisle.privacy.rights.counts;

import java.util.Locale;

/** What people are counted in. */
enum Dataset {
    /** Who has said what, as of now. */
    CONSENTS,
    /** Who has asked for what. */
    REQUESTS;

    /** As it stands in addresses and tables. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

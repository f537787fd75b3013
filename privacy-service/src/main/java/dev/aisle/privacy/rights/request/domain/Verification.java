package dev.aisle.privacy.rights.request.domain;

import java.util.Locale;

/** Who says that a request comes from the person it is about. */
public enum Verification {
    /** The client that sent it: a storefront whose session the person is logged in to, or an officer who has looked. */
    CALLER,
    /** The person, by a one-time code that the shop delivered to an address it knows. */
    CODE,
    /** An officer, afterwards, with a reason. */
    OFFICER,
    /** The storefront, afterwards: the person has logged in. */
    STOREFRONT,
    /** The controller that sent it by OpenDSR; it must have checked (section 3.1). */
    CONTROLLER;

    /** The name in answers and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name. */
    public static Verification ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}

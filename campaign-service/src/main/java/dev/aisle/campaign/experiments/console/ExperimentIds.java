package dev.aisle.campaign.experiments.console;

import java.util.Locale;

/** Ids of experiments and flags. */
final class ExperimentIds {
    /** The form of an id. */
    static final String ID = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?";

    private static final int LONGEST = 60;

    private ExperimentIds() {}

    /** An id made of a name: {@code Blue button!} is {@code blue-button}; empty where the name has nothing for it. */
    static String idOf(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.replaceAll("^-+|-+$", "");
    }
}

package dev.aisle.campaign.campaigns.domain.life;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody does with a campaign. */
public enum Step {
    /** Asks for a review of the newest version. */
    SUBMIT,
    /** A second person lets the newest version run. */
    APPROVE,
    /** Gives the newest version back. */
    REJECT,
    PAUSE,
    RESUME,
    /** For good, until another version is approved. */
    END,
    /** Puts an earlier version back as a new draft. */
    RESTORE;

    /** The name on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of that name. */
    public static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    /** All names. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Step::code).toList();
    }
}

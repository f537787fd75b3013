package dev.aisle.campaign.placements.usecase;

import dev.aisle.algorithms.contact.ContactCap;
import dev.aisle.algorithms.contact.ContactPolicy;
import dev.aisle.algorithms.contact.ContactPolicy.Scope;
import dev.aisle.algorithms.contact.ContactPolicy.Scoped;
import dev.aisle.campaign.campaigns.worth.DecisionSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** How often a person gets campaigns, whichever they are, at placements and by messages together. */
@Singleton
public class CapsOverAll {
    private final ContactPolicy policy;
    private final Optional<Duration> longestWindow;

    CapsOverAll(DecisionSettings settings) {
        this.policy = new ContactPolicy(settings.caps().stream()
                .map(cap -> new Scoped(Scope.PERSON, new ContactCap.Rolling(cap.times(), cap.window())))
                .toList());
        this.longestWindow =
                settings.caps().stream().map(DecisionSettings.Cap::window).max(Comparator.naturalOrder());
    }

    /** The caps. */
    public ContactPolicy policy() {
        return policy;
    }

    /** The longest of their windows; empty when there is no cap. */
    public Optional<Duration> longestWindow() {
        return longestWindow;
    }
}

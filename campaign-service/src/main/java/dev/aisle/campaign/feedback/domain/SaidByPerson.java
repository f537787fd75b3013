package dev.aisle.campaign.feedback.domain;

import dev.aisle.algorithms.contact.ContactCap;
import dev.aisle.algorithms.contact.ContactPolicy;
import dev.aisle.algorithms.contact.ContactPolicy.Scope;
import dev.aisle.algorithms.contact.ContactPolicy.Scoped;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person's words mean for what the person gets.
 *
 * @param unwanted campaigns to which the person said "not for me", and not "useful" since
 * @param tooOften on how many days of the last 90 the person said "too often": the contact class, 0 for people who never did
 */
public record SaidByPerson(Set<String> unwanted, int tooOften) {
    /** Of somebody who said nothing. */
    public static final SaidByPerson NOTHING = new SaidByPerson(Set.of(), 0);

    /** How long "too often" lowers the caps. */
    public static final Duration REMEMBERED = Duration.ofDays(90);

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_HALVINGS = 8;

    public SaidByPerson {
        unwanted = Set.copyOf(unwanted);
    }

    /** Whether the person may get this campaign. */
    public boolean wants(String campaign) {
        return !unwanted.contains(campaign);
    }

    /** The campaign with its cap lowered: half as often for each time, at least once; without a cap once in so many weeks. */
    public Campaign lowered(Campaign campaign) {
        return tooOften == 0 ? campaign : campaign.capped(lowered(campaign.frequencyCap()));
    }

    private FrequencyCap lowered(@Nullable FrequencyCap cap) {
        return cap == null
                ? new FrequencyCap(1, WEEK.multipliedBy(tooOften))
                : new FrequencyCap(
                        Math.min(cap.times(), Math.max(1, cap.times() >> Math.min(tooOften, MOST_HALVINGS))),
                        cap.window());
    }

    /** The caps on all that is sent to the person, in addition to others: one contact in so many weeks. Without a word there is none. */
    public ContactPolicy contacts() {
        return tooOften == 0
                ? new ContactPolicy(List.of())
                : new ContactPolicy(
                        List.of(new Scoped(Scope.PERSON, new ContactCap.Rolling(1, WEEK.multipliedBy(tooOften)))));
    }
}

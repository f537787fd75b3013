package dev.aisle.campaign.campaigns.contacts;

import dev.aisle.algorithms.contact.ContactCap;
import dev.aisle.algorithms.contact.ContactPolicy;
import dev.aisle.algorithms.contact.ContactPolicy.Scope;
import dev.aisle.algorithms.contact.ContactPolicy.Scoped;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /** What words mean at a moment; they come in the order in which they were said. */
    public static SaidByPerson of(List<SaidWord> words, Instant now) {
        if (words.isEmpty()) {
            return NOTHING;
        }
        Instant from = now.minus(REMEMBERED);
        Set<String> unwanted = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        for (SaidWord said : words) {
            if (said.word().equals(Word.NOT_FOR_ME.code())) {
                unwanted.add(said.campaign());
            } else if (said.word().equals(Word.USEFUL.code())) {
                unwanted.remove(said.campaign());
            } else if (said.at().isAfter(from)) {
                days.add(said.at().atOffset(ZoneOffset.UTC).toLocalDate());
            }
        }
        return new SaidByPerson(unwanted, days.size());
    }

    /** The window of the cap that a campaign without one gets; empty where nothing was said. */
    public Optional<Duration> window() {
        return tooOften == 0 ? Optional.empty() : Optional.of(WEEK.multipliedBy(tooOften));
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

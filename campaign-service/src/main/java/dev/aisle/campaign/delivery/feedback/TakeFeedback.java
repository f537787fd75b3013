package dev.aisle.campaign.delivery.feedback;

import dev.aisle.campaign.campaigns.contacts.Word;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.delivery.feedback.FeedbackRepository.Got;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a shopper's word. What it changes for the person holds from now on, and without any consent, since it is the person's own wish; stars
 * change nothing and are kept of people who allow analytics.
 */
@ApplicationScoped
class TakeFeedback {
    private final FeedbackRepository feedback;
    private final ReadCampaigns campaigns;
    private final PersonRepository people;
    private final ConsentView consents;
    private final MeterRegistry meters;
    private final InstantSource clock;

    TakeFeedback(
            FeedbackRepository feedback,
            ReadCampaigns campaigns,
            PersonRepository people,
            ConsentView consents,
            MeterRegistry meters,
            InstantSource clock) {
        this.feedback = feedback;
        this.campaigns = campaigns;
        this.people = people;
        this.consents = consents;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * A word to a campaign, or to a decision or message of one.
     *
     * @param campaign {@code null} when it is about a decision or message
     * @param about {@code null} when it is about a campaign as such
     */
    public record Said(
            String id,
            String subject,
            @Nullable String campaign,
            @Nullable String about,
            Word word,
            @Nullable Integer stars) {}

    /** How it ends. */
    public enum Outcome {
        /** It holds; of somebody who was erased this is said, too. */
        TAKEN,
        /** There is no such campaign. */
        NO_CAMPAIGN,
        /** This person got no such decision or message, or it was of no campaign. */
        NOT_GOT,
        /** The id belongs to another word. */
        ID_TAKEN
    }

    /** Takes it. */
    @Transactional
    public Outcome take(Said said) {
        String person = consents.standing(said.subject());
        Optional<Got> got = said.about() == null ? Optional.empty() : feedback.got(said.about(), person);
        if (said.about() != null && got.isEmpty()) {
            return Outcome.NOT_GOT;
        }
        String campaign = got.map(Got::campaign).orElse(said.campaign());
        if (campaign == null || campaigns.one(campaign).isEmpty()) {
            return Outcome.NO_CAMPAIGN;
        }
        if (!people.lock(person) || (said.word() == Word.STARS && !consents.allows(person, Purpose.ANALYTICS))) {
            return Outcome.TAKEN;
        }
        Feedback word = new Feedback(
                said.id(),
                person,
                campaign,
                got.map(Got::version).orElse(null),
                said.about() == null ? "" : said.about(),
                said.word(),
                said.stars(),
                clock.instant());
        if (!feedback.add(word)) {
            return feedback.isKnown(word) ? Outcome.TAKEN : Outcome.ID_TAKEN;
        }
        if (said.word() == Word.NOT_FOR_ME) {
            feedback.stop(person, campaign);
        }
        Counter.builder("aisle.campaign.feedback")
                .description("What shoppers say of campaigns")
                .tag("word", said.word().code())
                .register(meters)
                .increment();
        return Outcome.TAKEN;
    }
}

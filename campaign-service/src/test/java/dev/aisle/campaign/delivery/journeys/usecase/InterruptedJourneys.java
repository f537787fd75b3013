package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.delivery.feedback.Wishes;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.store.FiringRepository;
import dev.aisle.campaign.delivery.journeys.store.JourneyRepository;
import dev.aisle.campaign.delivery.journeys.store.TimerRepository;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.placements.usecase.CapsOverAll;
import dev.aisle.campaign.results.responses.RecordAssignment;
import dev.aisle.campaign.shared.recommendations.RecommenderGateway;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service's own journeys; something happens after consent was asked and before the message is queued. */
public final class InterruptedJourneys {
    private InterruptedJourneys() {}

    /** Journeys that are interrupted when the caps are looked at, the last question of a judgement. */
    public static FireJourneys by(Runnable interruption) {
        JourneySettings settings = new Interrupted(bean(JourneySettings.class), interruption);
        JudgeSend judge = new JudgeSend(
                bean(ConsentAtUse.class),
                bean(ErasedSubjects.class),
                bean(FiringRepository.class),
                bean(Wishes.class),
                bean(CapsOverAll.class),
                settings);
        RunProgram program = new RunProgram(
                bean(EnteredVersions.class),
                bean(PeopleNow.class),
                judge,
                bean(SendStep.class),
                bean(FiringRepository.class),
                bean(RecordAssignment.class),
                settings);
        return new FireJourneys(
                bean(TimerRepository.class),
                new InTransaction(program, judge, settings),
                program,
                bean(PeopleNow.class),
                bean(RecommenderGateway.class),
                bean(ConsentAtUse.class),
                bean(ConsentView.class),
                settings);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    /** As the container makes it. */
    private static final class InTransaction extends TakeOn {
        InTransaction(RunProgram program, JudgeSend judge, JourneySettings settings) {
            super(
                    bean(RunningCampaigns.class),
                    bean(PersonRepository.class),
                    bean(JourneyRepository.class),
                    program,
                    bean(PeopleNow.class),
                    judge,
                    bean(ConsentAtUse.class),
                    settings);
        }

        @Override
        public void all(List<Journey> due, UUID lease, Map<Long, List<Map<String, String>>> items, Instant now) {
            QuarkusTransaction.requiringNew().run(() -> super.all(due, lease, items, now));
        }
    }

    private record Interrupted(JourneySettings real, Runnable interruption) implements JourneySettings {
        @Override
        public int messagesPerPerson() {
            interruption.run();
            return real.messagesPerPerson();
        }

        @Override
        public boolean firing() {
            return real.firing();
        }

        @Override
        public int workers() {
            return real.workers();
        }

        @Override
        public int claim() {
            return real.claim();
        }

        @Override
        public Duration look() {
            return real.look();
        }

        @Override
        public Duration lease() {
            return real.lease();
        }

        @Override
        public Duration latest() {
            return real.latest();
        }

        @Override
        public Duration staleAfter() {
            return real.staleAfter();
        }

        @Override
        public Duration validFor() {
            return real.validFor();
        }

        @Override
        public Duration messagesWindow() {
            return real.messagesWindow();
        }
    }
}

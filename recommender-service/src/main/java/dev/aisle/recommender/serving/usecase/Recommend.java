package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.interactions.domain.PastInteraction;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.PersonalList;
import dev.aisle.recommender.serving.domain.PopularList;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.shared.store.DatabaseException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** The list for a person at a placement. Consent comes first: without it nothing of the person is read. */
@Singleton
public class Recommend {
    private static final Logger LOG = Logger.getLogger(Recommend.class);
    private static final int LONGEST_HISTORY = 1_000;

    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final InteractionRepository interactions;
    private final ModelViews views;
    private final RecentPopularity popularity;
    private final Catalogue catalogue;

    Recommend(
            ConsentView consents,
            ErasedSubjects erased,
            InteractionRepository interactions,
            ModelViews views,
            RecentPopularity popularity,
            Catalogue catalogue) {
        this.consents = consents;
        this.erased = erased;
        this.interactions = interactions;
        this.views = views;
        this.popularity = popularity;
        this.catalogue = catalogue;
    }

    /** Answers the query; there is always an answer, in the worst case an empty one. */
    public Recommendations recommend(RecommendQuery query) {
        try (Use _ = consents.beginUse()) {
            return answer(query);
        }
    }

    private Recommendations answer(RecommendQuery query) {
        Audience audience = audienceOf(consents.standing(query.subject()));
        ModelView view = views.current();
        return view == null
                ? new PopularList(catalogue, popularity.ranking()).of(query, audience)
                : new PersonalList(query, audience, view).make();
    }

    private Audience audienceOf(String subject) {
        if (subject.isEmpty()) {
            return Audience.anybody(NonPersonal.NO_SUBJECT);
        }
        Consent consent = consents.of(subject);
        if (erased.contains(subject) || !consent.allows(Purpose.PERSONALIZATION, Instant.now())) {
            return Audience.anybody(NonPersonal.NO_CONSENT);
        }
        return new Audience(null, historyOf(subject, consent.fence(Purpose.PERSONALIZATION)));
    }

    /** A list for anybody is better than none while the database is away. */
    private List<PastInteraction> historyOf(String subject, long fence) {
        try {
            return interactions.historyOf(subject, fence, LONGEST_HISTORY);
        } catch (DatabaseException e) {
            LOG.warnf("A history can't be read, the list is popular instead: %s", e.getMessage());
            return List.of();
        }
    }
}

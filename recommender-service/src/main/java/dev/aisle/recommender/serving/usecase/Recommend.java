package dev.aisle.recommender.serving.usecase;

import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.GroupNotes;
import dev.aisle.recommender.serving.domain.Made;
import dev.aisle.recommender.serving.domain.Note;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.PersonalPlan;
import dev.aisle.recommender.serving.domain.Pipeline;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.usecase.ReadAudience.Read;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The list for a person at a placement. Consent comes first: without it nothing of the person is read. */
@Singleton
public class Recommend {
    private final ConsentView consents;
    private final ReadAudience readAudience;
    private final ModelViews views;
    private final ShopViews shop;
    private final Pipeline pipeline;
    private final KeepServed keepServed;
    private final ServingSettings settings;

    Recommend(
            ConsentView consents,
            ReadAudience readAudience,
            ModelViews views,
            ShopViews shop,
            Pipeline pipeline,
            KeepServed keepServed,
            ServingSettings settings) {
        this.consents = consents;
        this.readAudience = readAudience;
        this.views = views;
        this.shop = shop;
        this.pipeline = pipeline;
        this.keepServed = keepServed;
        this.settings = settings;
    }

    /** Answers the query by the deadline or the usual budget, whichever ends first; there is always an answer, in the worst case an empty one with its reason. */
    public Recommendations recommend(RecommendQuery asked, Deadline deadline) {
        Deadline ofParts = deadline.before(settings.reserve()).or(Deadline.in(settings.budget()));
        try (Use _ = consents.beginUse()) {
            String person = consents.standing(asked.visit().subject());
            String domain = asked.filter().domain().domain();
            RecommendQuery query = asked.in(readAudience.allowed(person, domain));
            Read read = readAudience.of(person, domain, ofParts);
            Made made = read.audience().refusal() == null
                    ? answered(query, person, read, ofParts)
                    : made(query, read, shop.of(views.current()), ofParts);
            keepServed.keep(made, query);
            return made.list().orderedBy(query.terms().policyVersion());
        }
    }

    /** By the model on trial for some people; a model beside it may be asked the same afterwards. */
    private Made answered(RecommendQuery query, String person, Read read, Deadline deadline) {
        Made made = views.answer(person, view -> made(query, read, shop.of(view), deadline));
        views.shadow(
                made.list().productIds(),
                view -> made(query, read, shop.of(view), Deadline.in(settings.budget()))
                        .list()
                        .productIds());
        return made;
    }

    private Made made(RecommendQuery query, Read read, ShopView all, Deadline deadline) {
        Made made = pipeline.made(PersonalPlan.of(query, read.audience(), all, deadline));
        List<Note> notes = new ArrayList<>(query.terms().notes());
        notes.addAll(read.notes());
        notes.addAll(unknown(query, all));
        notes.addAll(GroupNotes.of(query.visit().groups(), read.audience().refusal(), all.recent()));
        return made.with(notes);
    }

    private static List<Note> unknown(RecommendQuery query, ShopView shop) {
        return Stream.concat(query.visit().contextItems().stream(), query.visit().cart().stream())
                .distinct()
                .filter(id -> shop.shelf().get(id) == null)
                .map(id -> new Note("context", Why.UNKNOWN_PRODUCT, "The catalogue has no product " + id + "."))
                .toList();
    }
}

package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All candidates of a question, each once, as the shelf has them now, and each with what every source says of it. */
public final class Pool {
    private Pool() {}

    /** The candidates, in no order that means anything. */
    public static List<Candidate> of(Question question, Gathered gathered, Scale scale) {
        Map<String, Hit> pool = new LinkedHashMap<>();
        gathered.founds()
                .forEach(found -> found.hits()
                        .forEach(hit -> pool.putIfAbsent(hit.product().productId(), hit)));
        List<Candidate> candidates = new ArrayList<>(pool.size());
        ModelView current = current(question.shop());
        for (Hit stale : pool.values()) {
            CatalogueItem now = current != null && stale.item() >= 0
                    ? current.products()[stale.item()]
                    : question.shop().shelf().get(stale.product().productId());
            if (now != null && question.eligible().test(now)) {
                candidates.add(new Candidate(now, stale.item()));
            }
        }
        for (Found found : gathered.founds()) {
            float greatest = found.greatest();
            if (greatest > 0) {
                candidates.forEach(candidate ->
                        candidate.scaled(found.source(), scale.of(found.source(), found.score(candidate), greatest)));
            }
        }
        return candidates;
    }

    /** The model's view, when it shows the shelf as it is now: then nothing has to be looked up. */
    private static @Nullable ModelView current(ShopView shop) {
        ModelView view = shop.model();
        return view != null && view.current() ? view : null;
    }
}

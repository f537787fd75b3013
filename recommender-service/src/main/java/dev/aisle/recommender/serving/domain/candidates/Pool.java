package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All candidates of a question, each once, as the shelf has them now, and each with what every source says of it. */
public final class Pool {
    private Pool() {}

    /** The candidates, in no order that means anything. */
    public static List<Candidate> of(Question question, Gathered gathered, Scale scale) {
        List<Hit> pool = distinct(gathered);
        List<Candidate> candidates = new ArrayList<>(pool.size());
        ModelView current = current(question.shop());
        for (Hit stale : pool) {
            CatalogueItem now = current != null && stale.item() >= 0
                    ? current.products()[stale.item()]
                    : question.shop().shelf().get(stale.product().productId());
            if (now != null && question.eligible().test(now, stale.item())) {
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

    private static List<Hit> distinct(Gathered gathered) {
        int hits = gathered.founds().stream()
                .mapToInt(found -> found.hits().size())
                .sum();
        ItemMap<Hit> known = new ItemMap<>(hits);
        Set<String> unknown = new HashSet<>();
        List<Hit> distinct = new ArrayList<>(hits);
        for (Found found : gathered.founds()) {
            for (Hit hit : found.hits()) {
                boolean first = hit.item() >= 0
                        ? known.putIfAbsent(hit.item(), hit)
                        : unknown.add(hit.product().productId());
                if (first) {
                    distinct.add(hit);
                }
            }
        }
        return distinct;
    }

    /** The model's view, when it shows the shelf as it is now: then nothing has to be looked up. */
    private static @Nullable ModelView current(ShopView shop) {
        ModelView view = shop.model();
        return view != null && view.current() ? view : null;
    }
}

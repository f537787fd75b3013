package dev.aisle.recommender.serving.domain.rank;

import dev.aisle.algorithms.rerank.MonotoneMap;
import dev.aisle.recommender.models.domain.Source;
import java.util.Map;

/** The probability that a candidate with this share of its source's best is taken up, learned on what people took up; the share itself where no map is known. */
public record LearnedScale(Map<Source, MonotoneMap> maps) implements Scale {
    private static final Scale SHARE = Scale.shareOfBest();

    public LearnedScale {
        maps = Map.copyOf(maps);
    }

    @Override
    public float of(Source source, float score, float greatest) {
        float share = SHARE.of(source, score, greatest);
        MonotoneMap map = maps.get(source);
        return map == null || share == 0 ? share : (float) map.of(share);
    }
}

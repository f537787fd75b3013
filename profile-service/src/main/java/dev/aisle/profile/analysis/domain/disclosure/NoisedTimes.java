package dev.aisle.profile.analysis.domain.disclosure;

import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import java.util.List;
import java.util.stream.IntStream;

/** Times with noise in each band. A quantile lies where it would if the times of a band were spread evenly over their logarithms. */
public final class NoisedTimes {
    private static final double OUT = 2;

    private final List<NoisedFigure> bands;

    /**
     * Times with the noise of a release.
     *
     * @param most how many of them are one person's at most
     */
    public NoisedTimes(TimeBands times, int most, GuardedNumbers numbers) {
        this.bands = IntStream.range(0, TimeBands.BANDS)
                .mapToObj(band -> numbers.of((double) times.count(band), most))
                .toList();
    }

    /** Returns a quantile in seconds, where on each side of it are more times than noise makes. */
    public Figure quantile(double q) {
        double count = bands.stream().mapToDouble(NoisedFigure::value).sum();
        double noise = Math.sqrt(bands.size()) * bands.getFirst().deviation();
        if (count * Math.min(q, 1 - q) < OUT * noise) {
            return Figure.not(Withheld.FEWER_THAN_K);
        }
        double before = 0;
        int band = 0;
        while (band < bands.size() - 1 && before + bands.get(band).value() < q * count) {
            before += bands.get(band).value();
            band++;
        }
        double within = (q * count - before) / Math.max(1, bands.get(band).value());
        return Figure.told((double) Math.round(TimeBands.seconds(band + Math.min(1, within))));
    }
}

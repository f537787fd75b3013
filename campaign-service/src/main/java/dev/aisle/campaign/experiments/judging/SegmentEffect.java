package dev.aisle.campaign.experiments.judging;

/**
 * A goal within a segment, of people who were in it when they were first exposed and still are, as a share of the control's mean.
 *
 * @param units of the treatment and the control within the segment
 * @param p of this one alone
 * @param adjusted after Benjamini and Hochberg over all segments, goals and treatments
 */
public record SegmentEffect(
        String segment,
        String metric,
        String variation,
        long units,
        double value,
        double low,
        double high,
        double p,
        double adjusted) {
    /** Of a judgement that has a p-value; it isn't corrected yet. */
    public static SegmentEffect of(String segment, String metric, String variation, long units, Judged judged) {
        Double p = judged.p();
        return new SegmentEffect(
                segment, metric, variation, units, judged.value(), judged.low(), judged.high(), p == null ? 1 : p, 1);
    }

    /** The same after correction. */
    public SegmentEffect corrected(double p) {
        return new SegmentEffect(segment, metric, variation, units, value, low, high, this.p, p);
    }
}

package dev.aisle.campaign.experiments.judging;

/**
 * Units of an arm.
 *
 * @param name for people
 * @param weight as planned, 0 to 1
 * @param exposed units that saw this variation only
 * @param mixed units that saw this one first, and another one later
 */
public record ArmCount(String variation, String name, double weight, long exposed, long mixed) {
    /** All that were assigned to it. */
    public long assigned() {
        return exposed + mixed;
    }
}

package dev.aisle.federate;

import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.contracts.federation.v1.JointPlan;

/** Settings as a message. */
public final class Plans {
    private Plans() {}

    /** A plan without the numbers that only the coordinator knows. */
    public static JointPlan.Builder of(JointSettings settings) {
        return JointPlan.newBuilder()
                .setRank(settings.rank())
                .setRounds(settings.rounds())
                .setClip(settings.clip())
                .setCensusClip(settings.censusClip())
                .setNoise(settings.noise())
                .setChance(settings.chance())
                .setUnobserved(settings.unobserved())
                .setRegularisation(settings.regularisation())
                .setSeed(settings.seed());
    }

    /** @throws RefusedException when a number is out of its range */
    public static JointSettings settings(JointPlan plan) {
        try {
            return new JointSettings(
                    plan.getRank(),
                    plan.getRounds(),
                    plan.getClip(),
                    plan.getCensusClip(),
                    plan.getNoise(),
                    plan.getChance(),
                    plan.getUnobserved(),
                    plan.getRegularisation(),
                    plan.getSeed());
        } catch (IllegalArgumentException e) {
            throw new RefusedException("plan: " + e.getMessage());
        }
    }
}

package dev.aisle.compute.functions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All functions. A new one is a class and a line here. */
public final class Functions {
    private static final List<Function> ALL = List.of(
            new BanditWeights(),
            new ConsentDecide(),
            new CustomersClv(),
            new CustomersFit(),
            new CustomersPredict(),
            new ExperimentAdjust(),
            new ExperimentBayes(),
            new ExperimentBoundaries(),
            new ExperimentCompare(),
            new ExperimentConfseq(),
            new ExperimentPower(),
            new ExperimentSrm(),
            new FlagsEvaluate(),
            new FlagsHash(),
            new FlagsUnleash(),
            new ForecastDecompose(),
            new ForecastFit(),
            new OffersAllocate(),
            new OffersRules(),
            new OpeEvaluate(),
            new PrivacyAnonymity(),
            new PrivacyGpc(),
            new PrivacyGpp(),
            new PrivacyMerkle(),
            new PrivacyPii(),
            new PrivacyPseudonym(),
            new PrivacyTcf(),
            new RecommendMetrics(),
            new TextClassify(),
            new TextTone(),
            new UpliftFit());

    private Functions() {}

    /** All functions, by name. */
    public static List<Function> all() {
        return ALL;
    }

    /** The function of that name, if there is one. */
    public static Optional<Function> find(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return ALL.stream().map(Function::name).collect(Collectors.joining(", "));
    }
}

package dev.aisle.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A broker and a database that can be taken away ({@link Outages}): {@code @QuarkusTestResource(value = OutageInfrastructure.class,
 * restrictToAnnotatedClass = true)}. Other tests of a module start {@link RealInfrastructure} for all of them, in no certain order; these settings are
 * the ones that count.
 */
public final class OutageInfrastructure implements QuarkusTestResourceLifecycleManager {
    private final RealInfrastructure infrastructure = RealInfrastructure.withOutages();

    @Override
    public int order() {
        return 1;
    }

    @Override
    public void init(Map<String, String> arguments) {
        infrastructure.init(arguments);
    }

    @Override
    public Map<String, String> start() {
        return infrastructure.start();
    }

    @Override
    public void stop() {
        infrastructure.stop();
    }
}

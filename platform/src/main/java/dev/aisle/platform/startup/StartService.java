package dev.aisle.platform.startup;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins a service. When it can't begin, the last line of its log says why. */
@QuarkusMain
public final class StartService {
    private static final Logger LOG = Logger.getLogger(StartService.class);

    private StartService() {}

    /** Returns when the service has ended. */
    public static void main(String... arguments) {
        Quarkus.run(null, StartService::ended, arguments);
    }

    private static void ended(Integer code, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.errorf("The service can't start: %s", Reason.of(failure));
        }
        System.exit(code);
    }
}

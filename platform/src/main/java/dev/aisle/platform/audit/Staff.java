package dev.aisle.platform.audit;

import dev.aisle.platform.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;

/**
 * Tells people who work for the shop from machines, by the roles of their token. Gateways have {@code storefront} and services have {@code service}, none of which any
 * person has; {@code ads:export} makes staff only of who isn't a service, since campaign-service needs it as well.
 */
public final class Staff {
    private static final List<String> ROLES =
            List.of(Role.MARKETER, Role.ANALYST, Role.OPERATOR, Role.PRIVACY_OFFICER, Role.AUDITOR);

    private Staff() {}

    /** Returns whether somebody of staff calls. */
    public static boolean is(SecurityIdentity caller) {
        return !caller.isAnonymous()
                && (ROLES.stream().anyMatch(caller::hasRole)
                        || (caller.hasRole(Role.ADS_EXPORT) && !caller.hasRole(Role.SERVICE)));
    }
}

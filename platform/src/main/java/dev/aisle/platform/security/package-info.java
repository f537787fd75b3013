/**
 * Who may call what. The roles are those that the OIDC token carries.
 */
@NullMarked
package dev.aisle.platform.security;

import org.jspecify.annotations.NullMarked;

/**
 * Who may call what, and by which certificates server and services know each other. The roles are those that the OIDC token carries.
 */
@NullMarked
package dev.aisle.platform.security;

import org.jspecify.annotations.NullMarked;

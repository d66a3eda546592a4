package org.planlint.serve;

import io.javalin.security.RouteRole;
import org.planlint.store.Role;

/** The role that a route asks for. */
record Needs(Role role) implements RouteRole {}

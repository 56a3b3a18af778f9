package org.anshe.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Looks for the handler of an address with an id among those alone whose pattern begins like the address. Otherwise each
 * of some hundred mappings is asked for its method, its parameters and its media types first, and its path last.
 */
@Component
class QuickMappings implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByBeginning();
    }

    private static final class ByBeginning extends RequestMappingHandlerMapping {

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo mapping, HttpServletRequest request) {
            PathPatternsRequestCondition condition = mapping.getPathPatternsCondition();
            if (condition != null && ServletRequestPathUtils.hasParsedRequestPath(request)) {
                Set<PathPattern> patterns = condition.getPatterns();
                String path = ServletRequestPathUtils.getParsedRequestPath(request)
                        .pathWithinApplication()
                        .value();
                if (patterns.size() == 1
                        && !beginsLike(condition.getFirstPattern().getPatternString(), path)) {
                    return null;
                }
            }
            return super.getMatchingMapping(mapping, request);
        }
    }

    /** Whether a path may match, as far as the pattern says it letter by letter; encoded letters are left to the pattern. */
    static boolean beginsLike(String pattern, String path) {
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            if (wanted == '{' || wanted == '*' || wanted == '?') {
                return true;
            }
            if (i == path.length()) {
                return false;
            }
            char found = path.charAt(i);
            if (found == '%' || found == ';') {
                return true;
            }
            if (found != wanted) {
                return false;
            }
        }
        return true;
    }
}

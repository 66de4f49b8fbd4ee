# SPDX-FileCopyrightText: 2026 The Foretop authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Warnings, sanitizers and code generation, as one interface target that every target links.
add_library(foretop_options INTERFACE)
target_compile_options(foretop_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -Werror -fno-omit-frame-pointer)
target_compile_definitions(foretop_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH
    FORETOP_VERSION="${PROJECT_VERSION}"
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(foretop_options INTERFACE ${PROJECT_SOURCE_DIR}/src)

if(FORETOP_SANITIZE)
    target_compile_options(foretop_options INTERFACE -fsanitize=${FORETOP_SANITIZE}
                                                     -fno-sanitize-recover=all)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC takes the checks that it puts in for uses of what is not set (GCC bug 105562).
        target_compile_options(foretop_options INTERFACE -Wno-maybe-uninitialized)
    endif()
    target_link_options(foretop_options INTERFACE -fsanitize=${FORETOP_SANITIZE})
endif()

find_program(FORETOP_CCACHE ccache)
if(FORETOP_CCACHE)
    # ccache caches a compile that uses a precompiled header only when told that its macros and
    # times may be ignored (ccache manual, "Precompiled headers").
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${FORETOP_CCACHE})
endif()
find_program(FORETOP_MOLD mold)
if(FORETOP_MOLD AND NOT CMAKE_INTERPROCEDURAL_OPTIMIZATION AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_link_options(foretop_options INTERFACE -fuse-ld=mold)
endif()

# foretop_library(<folder> SOURCES ... LINKS ... [PRIVATE_LINKS ...] [QT] [PCH ...])
# One static library per folder of src, target foretop_<folder>; QT runs moc and uic.
function(foretop_library folder)
    cmake_parse_arguments(arg "QT" "" "SOURCES;LINKS;PRIVATE_LINKS;PCH" ${ARGN})
    set(target foretop_${folder})
    add_library(${target} STATIC ${arg_SOURCES})
    target_link_libraries(${target} PUBLIC foretop_options ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
    if(arg_QT)
        set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC OFF
            AUTOUIC_SEARCH_PATHS ${PROJECT_SOURCE_DIR}/ui)
    endif()
    if(arg_PCH)
        target_precompile_headers(${target} PRIVATE ${arg_PCH})
    endif()
endfunction()

# foretop_test(<name> SOURCES ... LINKS ... [LABELS ...] [TIMEOUT seconds])
# One QtTest program, run offscreen, with tests/data as FORETOP_TEST_DATA.
function(foretop_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINKS;LABELS;DEPENDS" ${ARGN})
    if(NOT arg_SOURCES)
        set(arg_SOURCES ${name}.cpp)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE foretop_options Qt6::Test ${arg_LINKS})
    target_compile_definitions(${name} PRIVATE
        FORETOP_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        FORETOP_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    if(arg_DEPENDS)
        add_dependencies(${name} ${arg_DEPENDS})
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp:ignore_noninstrumented_modules=1;ASAN_OPTIONS=detect_leaks=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp")
endfunction()

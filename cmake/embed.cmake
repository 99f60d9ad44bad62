# dateline_embed(TARGET FILES...): packs readable files of src/ (lexicons, rules) and model files into the program.
#
# pack_resources (src/lexicon/pack_resources.cpp) checks each text file, takes comments and blank lines out, and writes one
# blob and an assembler block that embeds it with .incbin. A file is then read by its path below src/: resource("data/…").
# The packer runs during the build, so under Emscripten it is compiled by the machine's own compiler.
find_program(DATELINE_HOST_CXX NAMES c++ g++ clang++ REQUIRED NO_CMAKE_FIND_ROOT_PATH)

function(dateline_embed target)
  set(packer_source "${CMAKE_SOURCE_DIR}/src/lexicon/pack_resources.cpp")
  set(packer "${CMAKE_BINARY_DIR}/pack_resources")
  set(blob "${CMAKE_BINARY_DIR}/resources.bin")
  set(source "${CMAKE_BINARY_DIR}/resources.cpp")
  set(list "${CMAKE_BINARY_DIR}/resources.list")
  string(REPLACE ";" "\n" lines "${ARGN}")
  file(GENERATE OUTPUT "${list}" CONTENT "${lines}\n")
  add_custom_command(OUTPUT "${packer}"
    COMMAND "${DATELINE_HOST_CXX}" -std=c++17 -O1 -o "${packer}" "${packer_source}"
    DEPENDS "${packer_source}" VERBATIM)
  add_custom_command(OUTPUT "${blob}" "${source}"
    COMMAND "${packer}" "${CMAKE_SOURCE_DIR}/src" "${list}" "${blob}" "${source}"
    DEPENDS "${packer}" ${ARGN} "${list}" VERBATIM
    COMMENT "Packing lexicons, rules and models")
  target_sources(${target} PRIVATE "${source}")
  set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${blob}")
endfunction()
